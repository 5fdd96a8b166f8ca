export { surveysSchema } from './schema.ts'
export {
  createSurveys,
  type Question,
  type Satisfaction,
  type SurveyAnswer,
  type Surveys,
  type SurveysDeps,
} from './surveys.ts'
