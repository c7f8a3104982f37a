import {
  hopsReadAtMost,
  hopsReadOfThing,
  type PathResult,
  pathDefaults,
  pathLimits,
  paths,
} from '../resolvers/path.ts';
import { builder } from './builder.ts';
import { PathHopType } from './hop.ts';
import { walkArgs } from './walk-args.ts';

const PathType = builder.objectRef<PathResult['paths'][number]>('Path').implement({
  description: 'A way from one thing to another that visits nothing twice.',
  fields: (t) => ({
    length: t.int({ description: 'The number of its hops.', resolve: ({ hops }) => hops.length }),
    hops: t.field({
      type: [PathHopType],
      description: 'Its hops, in the order they are walked.',
      resolve: ({ hops }) => [...hops],
    }),
  }),
});

const PathCutEnum = builder.enumType('PathCut', {
  description: 'Why there may be more paths than an answer gives.',
  values: {
    PATHS: {
      value: 'PATHS',
      description: 'As many were found as `first` asks for, and none that is left out is shorter.',
    },
    HUB: {
      value: 'HUB',
      description: `A thing with more than ${hopsReadOfThing} hops lies on the way, and only a part of them was followed: paths across it are all here, longer ones behind it may not be.`,
    },
    VISITED: {
      value: 'VISITED',
      description: `The search would have had to read more than ${hopsReadAtMost} hops.`,
    },
    STEPS: { value: 'STEPS', description: 'There are too many ways to try among the hops that were read.' },
  } as const,
});

const PathResultType = builder.objectRef<PathResult>('PathResult').implement({
  description: 'The shortest paths between two things.',
  fields: (t) => ({
    paths: t.field({
      type: [PathType],
      description: 'The shortest first; those of equal length in order of the ids of the things they pass.',
      resolve: ({ paths }) => [...paths],
    }),
    cut: t.boolean({
      description:
        'Whether there may be more paths; where this is false, these are all (and none means there is none).',
      resolve: ({ cut }) => cut !== null,
    }),
    cutBecause: t.expose('cut', {
      type: PathCutEnum,
      nullable: true,
      description: 'Why there may be more paths; null where these are all.',
    }),
  }),
});

const [leastLength, mostLength] = pathLimits.maxLength;
const [leastFirst, mostFirst] = pathLimits.first;

builder.queryField('paths', (t) =>
  t.field({
    type: PathResultType,
    description:
      'How two things are connected, with the evidence for each hop. A slug that is not there has no paths.',
    args: {
      from: t.arg.string({ required: true, description: 'The slug of the thing to start from.' }),
      to: t.arg.string({ required: true, description: 'The slug of another thing, to end at.' }),
      maxLength: t.arg.int({
        defaultValue: pathDefaults.maxLength,
        description: `The most hops of a path, ${leastLength}–${mostLength}.`,
      }),
      events: t.arg.boolean({
        defaultValue: false,
        description:
          'Whether taking part in an event is a hop: paths then pass through events too, whatever `types` says of relationships. As of a day, to have taken part holds from the event on.',
      }),
      through: t.arg.stringList({ description: 'Only paths that visit all of these things, by slug.' }),
      avoid: t.arg.stringList({ description: 'Only paths that visit none of these things, by slug.' }),
      first: t.arg.int({
        defaultValue: pathDefaults.first,
        description: `At most this many paths, ${leastFirst}–${mostFirst}.`,
      }),
      ...walkArgs,
    },
    resolve: (_, args, context) => paths(args, context),
  }),
);
