/** The operator asked for something that cannot be done; the message is one line that says what to mend. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}
