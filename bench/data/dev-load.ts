import { readConfig } from '../../src/config.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openStore } from '../../src/graph/open.ts';
import { generateDossiers } from '../../tests/support/generated.ts';

const things = Number(process.argv[2]);
const store = await openStore(readConfig(), { wait: true });
await store.ensureSchema();
const dossiers = generateDossiers(Number(process.argv[3]), {
  entities: things / 2,
  relationships: things,
  events: things / 2,
});
await loadDossiers(store, dossiers, {});
await store.close();
