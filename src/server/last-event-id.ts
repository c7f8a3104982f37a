/** How far a client is that comes back to its events: the id of the last it was told; null where it says none. */
export function lastEventIdOf(request: Request): number | null {
  const header = request.headers.get('last-event-id');
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
