import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Where the local Neo4j keeps its class path and its data. Git ignores it. */
export const localDirectory = fileURLToPath(new URL('../../.neo4j', import.meta.url));

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const oldestJava = 17;
const progressEveryMs = 5_000;

/** Called with one line of news at a time, for a person who waits. */
export type Progress = (message: string) => void;

/**
 * Gives the class path of a local Neo4j. The first time, Maven downloads its jars (about 130 MB) into Maven's own
 * cache; the answer is kept until pom.xml changes or a jar is gone.
 * Throws an Error that says what to install where Java or Maven is missing.
 */
export async function neo4jClassPath(progress: Progress): Promise<string> {
  await requireJava();
  const key = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const file = join(localDirectory, `class-path-${key}.txt`);
  const kept = existsSync(file) ? await readFile(file, 'utf8') : '';
  if (kept !== '' && kept.split(delimiter).every((jar) => existsSync(jar))) return kept;

  progress('Fetching Neo4j with Maven: about 130 MB the first time, a minute or a few.');
  await mkdir(localDirectory, { recursive: true });
  // Written beside and renamed, so that two runs at once never read half a class path.
  const unfinished = `${file}.${process.pid}`;
  await runMaven(unfinished, progress);
  await rename(unfinished, file);
  return readFile(file, 'utf8');
}

async function requireJava(): Promise<void> {
  const advice = `A local Neo4j needs Java ${oldestJava} or later: install it (Debian: apt-get install openjdk-17-jdk-headless), or point at a Neo4j that runs elsewhere.`;
  // `java -version` answers on standard error.
  const { stderr } = await promisify(execFile)('java', ['-version']).catch((cause: unknown) => {
    throw new Error(`java was not found. ${advice}`, { cause });
  });
  const version = /version "(\d+)/.exec(stderr)?.[1];
  if (version !== undefined && Number(version) < oldestJava)
    throw new Error(`This is Java ${version}. ${advice}`);
}

async function runMaven(outputFile: string, progress: Progress): Promise<void> {
  const goal = ['dependency:build-classpath', `-Dmdep.outputFile=${outputFile}`];
  const maven = spawn('mvn', ['--batch-mode', '--file', pom, ...goal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const errors: string[] = [];
  let files = 0;
  createInterface({ input: maven.stdout }).on('line', (line) => {
    if (line.includes('Downloaded from')) files += 1;
    if (line.startsWith('[ERROR]')) errors.push(line);
  });
  const timer = setInterval(() => progress(`… ${files} files`), progressEveryMs);
  try {
    await new Promise<void>((resolve, reject) => {
      maven.once('error', (cause) => {
        const advice = 'install it (Debian: apt-get install maven), or point at a Neo4j that runs elsewhere.';
        reject(new Error(`mvn was not found. A local Neo4j needs Maven once: ${advice}`, { cause }));
      });
      maven.once('close', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`mvn ended with ${code}.\n${errors.slice(0, 5).join('\n')}`));
      });
    });
  } finally {
    clearInterval(timer);
  }
}
