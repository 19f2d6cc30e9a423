/** Setting: the id of the key all that is sealed was last encrypted with. */
export const SEALED_WITH = "sealed-with";
/** Setting: the columns that were encrypted, as a hash of their table. An upgrade may know more of them. */
export const SEALED_AS = "sealed-as";
