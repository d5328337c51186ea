/* For the tests under wine 8 alone, which lacks bcryptprimitives.dll: chance from the system's other source. Never
 * shipped. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE place, SIZE_T count)
{
    return RtlGenRandom(place, (ULONG)count);
}
