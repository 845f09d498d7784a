/** Icons are text in the build (angular.json, loader); jest gets them as text too. */
module.exports = {
  process: (text) => ({ code: `exports.__esModule = true;\nexports.default = ${JSON.stringify(text)};\n` }),
};
