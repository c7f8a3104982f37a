/** Whatever the bundle may contain, a browser asks nobody but this service for anything. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  // The editor writes its styles, fonts and icons into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What runs in the page: it tells the editor where its workers are, and opens GraphiQL with the page's options. */
export const bootScript = `
const version = new URL(document.currentScript.src).search;
const workers = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' };
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => '/playground/' + (workers[label] ?? 'editor') + '.worker.js' + version,
};
const options = JSON.parse(document.getElementById('options').textContent);
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options);
`;

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="28" height="28" fill="none" stroke="#c2410c" ' +
  'stroke-width="3" stroke-linecap="round"><path d="M3 16h26"/><circle cx="9" cy="16" r="4" fill="#fff"/>' +
  '<circle cx="22" cy="16" r="4" fill="#fff"/></svg>';

/**
 * The bundle's tabs keep a stale offset from their first layout and hide it until one is pressed, which then leaps
 * from under the pointer: without the last rule a tab opens only at the second click.
 */
const style = 'body { margin: 0 } #root { height: 100vh } .graphiql-tab { transform: none !important }';

/** The page of the playground, with one tab for each example; they greet whoever has no tabs of their own yet. */
export function playgroundPage(examples: readonly string[], version: string): string {
  const options = {
    title: 'Throughline',
    logo: mark,
    // What is typed there may be a token.
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: false,
    ...(examples.length > 0 && { defaultTabs: examples.map((query) => ({ query })) }),
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Throughline</title>
    <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(mark)}">
    <link rel="stylesheet" href="/playground/graphiql.css?v=${version}">
    <style>${style}</style>
  </head>
  <body class="no-focus-outline">
    <noscript>The playground needs JavaScript. The API itself does not: POST a query to /graphql.</noscript>
    <div id="root"></div>
    <script id="options" type="application/json">${JSON.stringify(options).replaceAll('<', '\\u003c')}</script>
    <script src="/playground/graphiql.js?v=${version}"></script>
    <script src="/playground/boot.js?v=${version}"></script>
  </body>
</html>
`;
}
