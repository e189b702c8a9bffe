/** The definition of the survey, which the build of the page puts in. */
declare module 'virtual:survey-definition' {
  const definition: object
  export default definition
}
