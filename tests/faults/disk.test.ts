import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('fill-disk.ts', import.meta.url));
// A disk of its own, which nothing but the process sees and which goes with it; no rights are needed for that.
const onSmallDisk = 'mount -t tmpfs -o size=12m tmpfs "$0" && exec "$@"';

it.skipIf(process.platform !== 'linux')(
  'an embedded store on a full disk refuses what it cannot store, keeps what it has, and goes on when there is room',
  async () => {
    const disk = await mkdtemp(join(tmpdir(), 'throughline-disk-'));
    const child = [process.execPath, '--import', 'tsx', script, disk];
    const { stdout } = await promisify(execFile)('unshare', ['-rm', 'sh', '-c', onSmallDisk, disk, ...child]);
    expect(JSON.parse(stdout)).toEqual({
      refused: `UNAVAILABLE: Nothing was stored in ${disk}/store: its disk is full. The graph is as it was. Make room there, and do it again.`,
      asked: 'done',
      closed: 'done',
      after: 'done',
      again: 'done',
    });
    await rm(disk, { recursive: true });
  },
  60_000,
);
