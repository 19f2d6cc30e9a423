/** Setting: the id of the key all that is sealed was last encrypted with. */
export const SEALED_WITH = "sealed-with";
