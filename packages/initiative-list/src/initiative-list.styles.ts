import { css } from 'lit';

/** Of the frame: what is seen before the list is there. */
export const styles = css`
  .coming {
    min-block-size: 48em;
  }
`;
