/** The id of the form to which the boxes of the roster belong. */
export const sectionForm = "section-of";
