/** One thing that the self-test looked at. */
export interface Finding {
  /** `wrong`: it does not work until this is mended; `hint`: it works better when it is. */
  readonly level: 'wrong' | 'hint' | 'good';
  readonly text: string;
}

export const wrong = (text: string): Finding => ({ level: 'wrong', text });
export const hint = (text: string): Finding => ({ level: 'hint', text });
export const good = (text: string): Finding => ({ level: 'good', text });
