/** A thing as both Neo4j schemas give its name: in either language, or in both. */
export type Named = { readonly id: string; readonly nameEn: string | null; readonly nameKo: string | null };

/** The name a reader of English gets: as Throughline answers it. */
export function nameOf({ nameEn, nameKo }: Omit<Named, 'id'>): string | null {
  return nameEn ?? nameKo;
}

/** An event as both Neo4j schemas give its title. */
export type Titled = { readonly titleEn: string | null; readonly titleKo: string | null };

/** The title a reader of English gets. */
export function titleOf({ titleEn, titleKo }: Titled): string | null {
  return titleEn ?? titleKo;
}

/** The name of an enum's value, as GraphQL spells it, of a kind or role as the graph stores it. */
export function enumName(stored: string): string {
  return stored.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase();
}
