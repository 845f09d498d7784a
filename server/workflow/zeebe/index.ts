export { openNodeGateway, type ZeebeAddress } from './node-gateway.js';
export { requireCluster } from './require-cluster.js';
export { createRoutedEngine } from './routed-engine.js';
export { createZeebeEngine, type ZeebeEngine } from './zeebe-engine.js';
export { zeebeHealth } from './zeebe-health.js';
