import { openTestOffice } from '../support/office.js';
import { laufwegScenarios } from './laufweg.scenarios.js';

laufwegScenarios(() => openTestOffice());
