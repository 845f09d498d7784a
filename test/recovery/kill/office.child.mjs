// One of the servers that are killed: `office.child.mjs`, forked with its database and its world in the environment.
import '../../support/typescript-loader.mjs';

// Whoever kills servers may be killed, too; nothing stays behind then.
process.on('disconnect', () => process.exit(0));
const { runOffice } = await import('./office.ts');
await runOffice(process.env.KILL_DATABASE, process.env.KILL_RECEIVER);
process.send('ready');
