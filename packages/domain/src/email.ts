/**
 * Local part, @, and a domain of labels with a dot (WHATWG "valid e-mail address", with letters of all alphabets): what
 * stops a slip of the finger, and every sign that a mail program reads as the end of an address or the begin of another.
 * Only a letter that arrives proves more.
 */
export const emailPattern =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;
