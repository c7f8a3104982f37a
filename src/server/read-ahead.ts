import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { operationOf } from '../operation.ts';
import { execute } from './execute/execute.ts';

/** Executes an operation: what its fields declare that they read is read first, with one statement a field of the query. */
export async function executeAhead(args: ExecutionArgs): Promise<ExecutionResult> {
  const operation = operationOf(args);
  if (operation) await (args.contextValue as Context).loaders.readAhead(operation);
  return execute(args, operation);
}

/** Lets every operation read ahead. */
export function useReadAhead(): Plugin<Context> {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(executeAhead);
    },
  };
}
