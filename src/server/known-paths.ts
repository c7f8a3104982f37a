import type { Plugin } from 'graphql-yoga';
import { recordOf } from './request-record.ts';

/**
 * Answers 404 for every address that nothing before has answered, but the API's own. Yoga by itself takes whatever ends in
 * /graphql for it, so that what is bound to its address would not hold.
 */
export function useKnownPaths(): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (recordOf(request).path !== '/graphql') endResponse(new fetchAPI.Response(null, { status: 404 }));
    },
  };
}
