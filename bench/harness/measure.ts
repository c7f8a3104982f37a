import { type Run, runLoad } from './load.ts';
import type { RunningServer } from './processes.ts';
import { say } from './say.ts';

/** What is measured side by side: some servers, each with the bodies it is asked. */
export type Subject = {
  readonly id: string;
  readonly asked: readonly { readonly server: RunningServer; readonly bodies: readonly string[] }[];
};

/** How it is measured. Seconds are of one run; a warm-up comes before the first of a subject. */
export type Pace = {
  readonly clients: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly neo4jPid: number | undefined;
};

/** The runs of one server at one number of clients. */
export type Measured = {
  readonly subject: string;
  readonly server: string;
  readonly clients: number;
  readonly runs: readonly Run[];
};

/** Warms up all servers with all that they will be asked, by turns. */
export async function warmUp(
  subjects: readonly Subject[],
  { clients, neo4jPid }: Pace,
  seconds: number,
): Promise<void> {
  const bodies = new Map<RunningServer, string[]>();
  for (const subject of subjects) {
    for (const { server, bodies: some } of subject.asked)
      bodies.set(server, [...(bodies.get(server) ?? []), ...some.slice(0, warmingSets)]);
  }
  for (const [server, all] of bodies) {
    say(`Warming up ${server.kind.title}.`);
    await runLoad(server, { bodies: all, clients: Math.max(...clients), seconds, neo4jPid });
  }
}

/** So many sets of variables of each operation are enough to warm up with. */
const warmingSets = 20;

/**
 * Measures a subject in rounds: each goes over all servers before the next begins, so that what else the machine does
 * falls on all of them alike. Every other round goes backwards: Neo4j still learns, which favours who comes later.
 */
export async function measure({ id, asked }: Subject, pace: Pace): Promise<Measured[]> {
  const { clients, rounds, seconds, neo4jPid } = pace;
  for (const { server, bodies } of asked)
    await runLoad(server, { bodies, clients: Math.max(...clients), seconds: pace.warmUpSeconds, neo4jPid });
  const runs = new Map<string, Run[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const some of clients) {
      const shown: string[] = [];
      for (const { server, bodies } of round % 2 === 0 ? asked.toReversed() : asked) {
        if (server.kind.onlyNaive && round > 1) continue;
        const run = await runLoad(server, {
          bodies,
          clients: some,
          seconds: secondsFor(some, seconds),
          neo4jPid,
        });
        const key = `${server.kind.name} ${some}`;
        runs.set(key, [...(runs.get(key) ?? []), run]);
        shown.push(`${server.kind.name} ${run.perSecond.toFixed(0)}/s`);
      }
      say(
        `${id}, round ${round} of ${rounds}, ${some === 1 ? 'one client' : `${some} clients`}: ${shown.join(', ')}`,
      );
    }
  }
  return asked.flatMap(({ server: { kind } }) =>
    clients.map((some) => {
      return { subject: id, server: kind.name, clients: some, runs: runs.get(`${kind.name} ${some}`) ?? [] };
    }),
  );
}

/** One client alone says little that many do not, so it gets half the time. */
function secondsFor(clients: number, seconds: number): number {
  return clients === 1 ? seconds / 2 : seconds;
}
