/** Entry for the child processes of the contract suite. */
export { openFolderStore as openStore } from './folder-store.js';
