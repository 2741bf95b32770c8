/**
 * How the check of boundaries finds `#kernel/...` and its like: by the paths of tsconfig.json, where the sources are.
 * Their names in package.json lead to dist/, which is left out of the check: once it was built, they were not seen.
 */
module.exports = { resolve: { importsFields: [] } };
