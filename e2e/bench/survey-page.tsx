/** The page that SurveyJS makes of a questionnaire: what its own guide for React says, and nothing else. */
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.min.css'
import definition from 'virtual:survey-definition'

createRoot(document.getElementById('survey')!).render(<Survey model={new Model(definition)} />)
