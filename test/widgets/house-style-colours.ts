/**
 * Colours with which Dutch municipalities (and two with which the State) present themselves, from their own public NL
 * Design System themes, 2026.
 */
export const houseStyleColours: readonly string[] = [
  // Buren, Dinkelland, Epe
  ...['#b1111c', '#d41422', '#fbbe04', '#007a4d', '#004e86', '#005da0', '#006cb9'],
  ...['#01476a', '#01699d', '#d6a100', '#004785', '#00549e', '#7337ae'],
  // Haarlem, Hoorn
  ...['#1457a3', '#4379b5', '#8aabcb', '#6ec0a3', '#92d0ba', '#dcc247', '#e5d175', '#09366c'],
  // Nijmegen
  ...['#17564a', '#006f5a', '#0e6150', '#157c68', '#00a284', '#30a08b', '#580518', '#a80a2d'],
  // Noaberkracht, Noordoostpolder, Noordwijk
  ...['#4376fc', '#003790', '#1967d2', '#f0b800', '#fcea11', '#fdf488'],
  ...['#007c4c', '#417aa9', '#6096c7', '#2c2276'],
  // Ridderkerk, Tubbergen, Rotterdam, Amsterdam, Den Haag, the State
  ...['#008937', '#4d327c', '#084a22', '#067432', '#c93675', '#00811f', '#004699', '#ec0000'],
  ...['#23853d', '#154273', '#007bc7'],
];
