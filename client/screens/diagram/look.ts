/** Options of bpmn-js in our look: colours are variables, so that the theme switches without drawing again. */
export const DIAGRAM_LOOK = {
  bpmnRenderer: {
    defaultFillColor: 'var(--step)',
    defaultStrokeColor: 'var(--step-line)',
    defaultLabelColor: 'var(--text)',
  },
  textRenderer: {
    defaultStyle: { fontFamily: 'Fira Sans, sans-serif', fontSize: '13px', lineHeight: 1.25 },
    externalStyle: { fontSize: '12px', lineHeight: 1.25 },
  },
};
