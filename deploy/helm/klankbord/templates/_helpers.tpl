{{- define "klankbord.labels" -}}
app.kubernetes.io/name: klankbord
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}
{{- define "klankbord.selector" -}}
app.kubernetes.io/name: klankbord
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
{{- define "klankbord.host" -}}
{{ (urlParse .Values.origin).host }}
{{- end -}}
