; The setup of REDI Desktop for Windows: for one user, without an administrator.
; Built by tools/package_windows.py, which defines VERSION, NUMBERS, OUT, FOLDER, KIBIBYTES, PACKING,
; COMPRESSOR and SIGN, and writes
; install-files.nsh and uninstall-files.nsh: every file that is laid down, and those alone are taken away again.
;
; Silent:     setup.exe /S [/D=C:\folder]       uninstall.exe /S
; Exit codes: 0 done · 1 cancelled · 2 the program is open · 3 a newer version is installed
Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor ${PACKING} ${COMPRESSOR}
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define NAME "REDI Desktop"
!define PROGRAM "redi-desktop.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\REDI Desktop"
!define DATA "$LOCALAPPDATA\REDI Desktop"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\REDI Desktop"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
!if "${SIGN}" != ""
  !uninstfinalize '${SIGN}'
!endif

!define MUI_ICON "${FOLDER}\redi.ico"
!define MUI_UNICON "${FOLDER}\redi.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language is used where the one of Windows is none of these.
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"
!include "${FOLDER}\texts.nsh"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro DESCRIBED LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${NAME} ${VERSION} setup"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "The REDI Desktop maintainers"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "EUPL-1.2"
!macroend
!insertmacro DESCRIBED ${LANG_FRENCH}
!insertmacro DESCRIBED ${LANG_DUTCH}
!insertmacro DESCRIBED ${LANG_GERMAN}
!insertmacro DESCRIBED ${LANG_ENGLISH}

; Ask until the program is closed: a file that is in use cannot be replaced.
!macro WAIT_FOR_CLOSING PREFIX
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(${PREFIX}IS_OPEN)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel 2
      Quit
  ${Loop}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_64_BITS)" /SD IDOK
    Quit
  ${EndIf}
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} "$1" "${VERSION}" $0
    ${If} $0 == 1
      MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(IS_NEWER)" /SD IDCANCEL IDOK +3
        SetErrorLevel 3
        Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro WAIT_FOR_CLOSING ""
  ; What an older version laid down goes first, by that version's own list; vaults and settings are elsewhere.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /KEEPENTRIES _?=$INSTDIR' $0
    Delete "$INSTDIR\uninstall.exe"
  ${EndIf}
  !include "${FOLDER}\install-files.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The REDI Desktop maintainers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro WAIT_FOR_CLOSING "un."
  !include "${FOLDER}\uninstall-files.nsh"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEPENTRIES" $1
  IfErrors 0 kept
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; Settings and log, then the vault at its usual place: each only where somebody says so. Silence means no.
  ${If} ${FileExists} "${DATA}\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(un.SETTINGS)" /SD IDNO IDNO kept
    Delete "${DATA}\settings.json"
    RMDir /r "${DATA}\Logs"
    ${If} ${FileExists} "${DATA}\vault\*.*"
      MessageBox MB_YESNO|MB_ICONSTOP|MB_DEFBUTTON2 "$(un.VAULT)" /SD IDNO IDNO kept
      MessageBox MB_YESNO|MB_ICONSTOP|MB_DEFBUTTON2 "$(un.VAULT_AGAIN)" /SD IDNO IDNO kept
      RMDir /r "${DATA}\vault"
    ${EndIf}
    RMDir "${DATA}"
  ${EndIf}
  kept:
SectionEnd
