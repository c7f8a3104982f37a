import { resolve } from 'node:path';

/** Where the tests have the explorer built, beside the one that people use. */
export const explorerFolder = resolve('.throughline', 'explorer-under-test');
