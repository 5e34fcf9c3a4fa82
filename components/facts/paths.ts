/** Where the page of a thing is. */
export const entityPath = (pack: string, entity: string): string => `/packs/${pack}/entities/${entity}`;

/** Where the page of a fact is. */
export const factPath = (pack: string, fact: string): string => `/packs/${pack}/facts/${fact}`;
