/** What pages can be about. */
export const kinds = ['instruction', 'command', 'check', 'concept'] as const;

/** What a page or a part of it is about; it decides the tag and the colour. */
export type Kind = (typeof kinds)[number];
