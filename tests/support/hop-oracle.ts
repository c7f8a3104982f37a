import { agreedDate } from '../../src/dossier/dates.ts';
import type { Dossier } from '../../src/dossier/format.ts';
import { type GraphPlan, planGraph } from '../../src/dossier/plan.ts';
import { eventsOf } from '../../src/dossier/publications.ts';
import type { Role } from '../../src/model/events.ts';
import { type HopFilter, participationId } from '../../src/model/hops.ts';
import { parseEdtf } from '../../src/time/edtf.ts';
import { type Bounds, type Certainty, certaintyOn } from '../../src/time/interval.ts';
import { firm } from '../../src/time/state.ts';
import type { OracleHop } from './path-oracle.ts';

/** A hop with the day from which it surely held, and whether it did on the day that was asked for. */
export type DatedHop = OracleHop & {
  readonly certainFrom: string | null;
  readonly certainty: Certainty | null;
};

/** The hops of a graph of dossiers by a filter, worked out in memory from the dossiers themselves. */
export function createHopOracle(dossiers: readonly Dossier[]): (filter: HopFilter) => DatedHop[] {
  const plans = new Map<string, GraphPlan>();
  return (filter) => {
    const { asOf, certainty, types, events, kinds, unlessOneOf, avoid } = filter;
    const reported = dossiers.filter(({ article }) => isReported(article.published, filter.reportedBy));
    const key = reported.map(({ article }) => article.id).join();
    const plan = plans.get(key) ?? planGraph(reported);
    plans.set(key, plan);

    const relationships = plan.relationships
      .filter(({ type }) => types?.includes(type) ?? true)
      .map(({ id, from, to, dates }): DatedHop => {
        const bounds = dates as Bounds;
        const held = asOf ? certaintyOn(bounds, asOf) : null;
        return { id, ends: [from, to], certainFrom: bounds.certainFrom, certainty: held };
      });
    const participations = plan.participations.map(({ from, to, properties }): DatedHop => {
      const id = participationId(from, String(properties?.role) as Role, to);
      const held = asOf ? happened(to, reported, asOf) : null;
      return { id, ends: [from, to], certainFrom: null, certainty: held };
    });
    const kindOf = new Map(plan.entities.map(({ id, kind }) => [id, kind]));
    const isOpen = (thing: string) =>
      !avoid?.includes(thing) &&
      (!kinds || kinds.some((kind) => kindOf.get(thing) === kind) || unlessOneOf?.includes(thing));
    const wanted: readonly (Certainty | null)[] = asOf ? (certainty ?? ['CERTAIN', 'POSSIBLE']) : [null];
    return [...relationships, ...(events ? participations : [])].filter(
      (hop) => wanted.includes(hop.certainty) && hop.ends.every(isOpen),
    );
  };
}

function isReported(published: string, reportedBy: string | null | undefined): boolean {
  return !reportedBy || (parseEdtf(published).latest ?? '') <= reportedBy;
}

/** Whether an event had happened by a day: certainly only if every date any source gives is firm and lies before. */
function happened(event: string, dossiers: readonly Dossier[], day: string): Certainty {
  const entries = dossiers.flatMap(eventsOf).filter(({ id }) => id === event);
  const { edtf, rivals } = agreedDate(entries.map(({ date }) => date));
  const dates = edtf === null ? [] : [edtf, ...rivals].map(parseEdtf);
  if (dates.length === 0) return 'POSSIBLE';
  if (dates.every((date) => firm(date) && date.latest !== null && date.latest <= day)) return 'CERTAIN';
  return dates.some(({ earliest }) => earliest === null || earliest <= day) ? 'POSSIBLE' : 'NO';
}
