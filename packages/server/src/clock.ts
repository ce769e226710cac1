/** Tells the moment. It is given to whatever needs it, so that a test can move it. */
export type Clock = () => Date;

/**
 * The clock of this machine, for the server, its timers and the command line. It does not decide whether a round is open: that is
 * the clock of the database, at the moment of the statement itself, because several servers may share one database.
 */
export const systemClock: Clock = () => new Date();
