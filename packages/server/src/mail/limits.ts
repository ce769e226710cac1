/** A thousand neighbours hear of something within the hour, and a script gets the sender on no list of spammers. */
export const defaultMailsPerHour = 2000;
