/** How a page of questions says that a member opened it: once the session has ended, that is what it is told, instead of "not found". */

/** Stands in the address that the page saves to, and in its form. */
export const asMember = 'lid'
