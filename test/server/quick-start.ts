/**
 * An option of Node for servers of tests, which live for seconds. PostgreSQL is WebAssembly and each start compiles it: the
 * optimizing compiler of V8 does nearly half of what a start costs, and earns it back only in a server that stays.
 */
export const quickStart = '--liftoff-only';
