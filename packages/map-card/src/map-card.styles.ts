import { css } from 'lit';

/** As much as buurt.css keeps free before, so that what stands below does not jump. */
export const styles = css`
  .coming {
    align-content: start;
    min-block-size: max(50em, 70em - 60cqi);
  }
`;
