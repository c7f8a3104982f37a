/** The addresses that the explorer has views for; web/src/app/routes.ts says which view each is, and a test that they agree. */
const views = [/^\/$/, /^\/(search|timeline|graph)$/, /^\/(entity|event|article)\/[^/]+$/];

/** Whether a path is one of the explorer's. Any other has no page. */
export function isExplorerPath(path: string): boolean {
  return views.some((view) => view.test(path));
}
