/** Forms of the settings and the buttons that send them: the buttons stand in the head of the page. */
export const secretariatFormId = 'secretariat-form'
export const secretariatFormEnd = 'secretariat-form-end'
export const rulesFormId = 'rules-form'
export const rulesFormEnd = 'rules-form-end'
