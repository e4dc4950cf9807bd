/** The field of a form that says which words its writer wants to post all the same, one a line. */
export const anywayField = "toch";
