import { openTestOffice } from '../support/office.js';
import { describeWithZeebe } from '../support/zeebe.js';
import { laufwegScenarios } from './laufweg.scenarios.js';

describeWithZeebe('Laufwege auf einem echten Zeebe', (zeebe) => {
  laufwegScenarios(() => openTestOffice({ zeebe }));
});
