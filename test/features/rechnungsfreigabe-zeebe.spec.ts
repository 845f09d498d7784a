import { openTestOffice } from '../support/office.js';
import { describeWithZeebe } from '../support/zeebe.js';
import { rechnungsfreigabeScenarios } from './rechnungsfreigabe.scenarios.js';

describeWithZeebe('Auf einem echten Zeebe, mit denselben Bytes des Modells', (zeebe) => {
  rechnungsfreigabeScenarios(() => openTestOffice({ zeebe }));
});
