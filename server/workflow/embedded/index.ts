export { compile } from './compile.js';
export { createEmbeddedEngine, type EmbeddedEngine } from './embedded-engine.js';
export { createEngineLoops } from './engine-loops.js';
