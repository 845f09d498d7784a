import { loadTranslations } from '@angular/localize';
import { chosenLanguage } from './live/language.js';
import { useOwnWords } from './locale/own-words.js';

// German stands in the templates; the English dictionary must be there before the first template is compiled in.
async function start(): Promise<void> {
  const code = chosenLanguage();
  document.documentElement.lang = code;
  if (code === 'en') {
    const dictionary = await import('./locale/en.json');
    loadTranslations(dictionary.default);
  }
  useOwnWords(code);
  const { startApp } = await import('./app/start.js');
  await startApp();
}

void start();
