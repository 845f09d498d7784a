import { openTestOffice } from '../support/office.js';
import { rechnungsfreigabeScenarios } from './rechnungsfreigabe.scenarios.js';

rechnungsfreigabeScenarios(() => openTestOffice());
