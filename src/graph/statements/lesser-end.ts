import { keysOf } from '../../model/keys.ts';
import { relationshipTypes } from '../../model/vocabulary.ts';

/**
 * The property of a relationship that holds the id of the end which had fewer relationships when it was stored. However
 * many relationships a hub has, few lead to what has more still: those among a hundred hubs are found by an index of this
 * property, where 80 times as many start from them. Whichever end it names, it is found by it; only how soon depends on it.
 */
export const lesserEnd = 'lesserEnd';

/** All types of relationship, as a pattern names them. */
export const anyRelationship = keysOf(relationshipTypes).join('|');
