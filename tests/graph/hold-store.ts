import { openEmbedded } from '../../src/graph/embedded.ts';

// A second process for embedded.test.ts: it opens the folder it is given, says so, and holds it until it is killed.
await openEmbedded({ path: process.argv[2] });
process.stdout.write('held\n');
setInterval(() => {}, 1_000);
